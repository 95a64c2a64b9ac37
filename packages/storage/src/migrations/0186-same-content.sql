-- Whether the same content was decided before: by its texts, or by what the picture looks like.

alter table fangxing.cases add column content_key text;

create function fangxing.content_key(texts jsonb, evidence jsonb) returns text
language sql immutable as $$
  select coalesce(
    evidence #>> '{seen,hash,bits}',
    case when texts <> '[]'::jsonb then encode(sha256(convert_to(texts::text, 'UTF8')), 'hex') end
  )
$$;

alter table fangxing.cases disable trigger decision_stays;
update fangxing.cases set content_key = fangxing.content_key(checks.texts, checks.evidence)
  from fangxing.checks where checks.id = cases.check_id;
alter table fangxing.cases enable trigger decision_stays;

create or replace function fangxing.open_case() returns trigger language plpgsql as $$
begin
  insert into fangxing.cases
      (check_id, kind, appid, writer, scene, label, opened_at, content_key)
    values (new.id, new.kind, new.appid, new.writer, new.scene, new.label, new.at,
      fangxing.content_key(new.texts, new.evidence))
    on conflict (check_id) do nothing;
  return null;
end
$$;

create index cases_by_content on fangxing.cases (content_key, n) where content_key is not null;
create index cases_by_app on fangxing.cases (appid, n);
