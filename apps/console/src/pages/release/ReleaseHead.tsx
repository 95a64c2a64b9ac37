/** The title of a release's page: the app, the version, its state, and what the developer says of it. */

import type { Release } from '../../api/types.ts'
import { PageHead } from '../../parts/PageHead.tsx'
import { PlainText } from '../../parts/PlainText.tsx'
import { StateTag } from '../../parts/Tag.tsx'

export function ReleaseHead({ release }: { readonly release: Release }) {
  const { appName, version, state, description } = release
  return (
    <PageHead
      name={`${appName} ${version}`}
      title={
        <>
          <PlainText text={`${appName} ${version}`} /> <StateTag state={state} />
        </>
      }
      lead={<PlainText text={description} />}
    />
  )
}
