/** A picture, drawn anew by the server, with what was seen in it; shielded when it may be hard to see. */

import { Button } from 'antd'
import { useState } from 'react'
import type { ItemCheck } from '../../api/queue-types.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { type DrawnBox, findBoxes } from '../../view/review/boxes.ts'
import { useShield } from './use-shield.ts'

interface Properties {
  readonly check: ItemCheck
  readonly isSevere: boolean
}

export function PictureView({ check, isSevere }: Properties) {
  const { t } = useTexts()
  const { isLifted, toggle, className } = useShield(isSevere)
  const [isBroken, setBroken] = useState(false)
  const boxes = findBoxes(check)
  if (check.pictureUrl === null) return <p>{t('case.notKept')}</p>
  if (isBroken) return <p className="notice tone-amber">{t('queue.pictureBroken')}</p>
  return (
    <figure className="review-picture stack-tight">
      <div className="boxed">
        <img
          src={check.pictureUrl}
          alt={t('queue.picture')}
          className={className}
          onError={() => setBroken(true)}
        />
        {isLifted && boxes.map((box, nth) => <BoxMark key={keyOf(box)} box={box} nth={nth + 1} />)}
      </div>
      <figcaption className="stack-tight">
        <Button size="small" aria-pressed={isLifted} onClick={toggle}>
          {t(isLifted ? 'queue.cover' : 'queue.uncover')} <kbd>b</kbd>
        </Button>
        <BoxList boxes={boxes} />
      </figcaption>
    </figure>
  )
}

function keyOf({ left, top, width, height }: DrawnBox): string {
  return `${left} ${top} ${width} ${height}`
}

function BoxMark({ box, nth }: { readonly box: DrawnBox; readonly nth: number }) {
  const { left, top, width, height } = box
  const at = { left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` }
  return (
    <span className="box-mark" style={at} aria-hidden="true">
      <span>{nth}</span>
    </span>
  )
}

function BoxList({ boxes }: { readonly boxes: readonly DrawnBox[] }) {
  const { say } = useTexts()
  if (boxes.length === 0) return null
  return (
    <ol className="box-list small">
      {boxes.map((box) => (
        <li key={keyOf(box)}>{say(box.words)}</li>
      ))}
    </ol>
  )
}
