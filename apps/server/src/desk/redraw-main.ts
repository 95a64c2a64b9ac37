/** The program that draws one picture anew: bytes in, bytes out; nothing comes out of what it refuses. */

import { buffer } from 'node:stream/consumers'
import { redrawPicture } from '@fangxing/media'

const drawn = await redrawPicture(await buffer(process.stdin))
if (drawn !== null) process.stdout.write(drawn)
