-- Most checks find nothing, so most of their evidence is word for word the same: that part is kept
-- once, and the record names it.

create table fangxing.shared_evidence (
  -- The first half of the SHA-256 of its JSON text.
  key      uuid primary key,
  evidence jsonb not null
);

alter table fangxing.checks
  alter column evidence drop not null,
  -- No foreign key: checking one costs as much as the whole row, and nothing here is ever deleted.
  add column evidence_key uuid,
  add constraint checks_have_evidence check (num_nonnulls(evidence, evidence_key) > 0);
