/** Terms as rows and back. */

import type { Insertable, Selectable } from 'kysely'
import { toJson } from '../stored-text.ts'
import type { StoredTerm, TermDraft } from './lexicon.types.ts'
import type { LexiconTables } from './tables.ts'

export function toStoredTerm(draft: TermDraft & { readonly id: string }, now: number): StoredTerm {
  return {
    id: draft.id,
    text: draft.text,
    label: draft.label,
    level: draft.level,
    conversions: draft.conversions ?? null,
    scenes: draft.scenes ?? null,
    validFrom: draft.validFrom ?? null,
    validUntil: draft.validUntil ?? null,
    tags: draft.tags ?? null,
    except: draft.except ?? null,
    near: draft.near ?? null,
    notNear: draft.notNear ?? null,
    note: draft.note ?? null,
    createdBy: draft.createdBy,
    createdAt: now,
  }
}

export function toTermRow(term: StoredTerm): Insertable<LexiconTables['terms']> {
  const orNull = (value: unknown) => (value === null ? null : toJson(value))
  return {
    id: term.id,
    text: term.text,
    label: term.label,
    level: term.level,
    conversions: orNull(term.conversions),
    scenes: orNull(term.scenes),
    note: term.note,
    created_by: term.createdBy,
    created_at: term.createdAt,
    valid_from: term.validFrom,
    valid_until: term.validUntil,
    tags: orNull(term.tags),
    excepted: orNull(term.except),
    near: orNull(term.near),
    not_near: orNull(term.notNear),
  }
}

export function fromTermRow(row: Selectable<LexiconTables['terms']>): StoredTerm {
  return {
    id: row.id,
    text: row.text,
    label: row.label,
    level: row.level,
    conversions: row.conversions,
    scenes: row.scenes,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    tags: row.tags,
    except: row.excepted,
    near: row.near,
    notNear: row.not_near,
    note: row.note,
    createdBy: row.created_by,
    createdAt: row.created_at,
  }
}
