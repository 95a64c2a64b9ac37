/** The program that draws one picture within WeChat's limits: bytes in, bytes out, or nothing. */

import { buffer } from 'node:stream/consumers'
import { shrinkPicture } from '@fangxing/media'
import { SIDES } from './fit-picture.ts'

const drawn = await shrinkPicture(await buffer(process.stdin), SIDES)
if (drawn !== null) process.stdout.write(drawn)
