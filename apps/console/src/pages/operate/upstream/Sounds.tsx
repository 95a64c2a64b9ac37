/** Sounds are answered by a push: whether they are asked about, what came, and what still waits. */

import { useQuery } from '@tanstack/react-query'
import { type Upstream, upstreams } from '../../../api/upstream.ts'
import { useTexts } from '../../../hooks/use-texts.ts'
import { Tag } from '../../../parts/Tag.tsx'

export function Sounds({
  appid,
  push,
}: {
  readonly appid: string
  readonly push: Upstream['push']
}) {
  const { t } = useTexts()
  const waiting = useQuery({
    queryKey: ['upstreams', appid, 'waiting'],
    queryFn: () => upstreams.findWaiting(appid),
    enabled: push !== null,
  })
  if (push === null) return <p className="soft">{t('upstream.sounds.off')}</p>
  const { path, mode, waitMinutes: minutes, came } = push
  const count = waiting.data?.items.filter(({ upstream }) => upstream?.state === 'waiting').length
  return (
    <>
      <p>{t('upstream.sounds.on', { path, mode, minutes })}</p>
      <p className="soft small">{t('upstream.sounds.came', { ...came })}</p>
      {count !== undefined && count > 0 && (
        <p>
          <Tag tone="amber">{t('upstream.sounds.waiting', { count })}</Tag>
        </p>
      )}
    </>
  )
}
