-- The evidence of most checks in blocks says only how sure a model was of one text: from here on it is
-- two numbers there, [digits, milliseconds, writer, probability, length]. Older blocks stay as they are.

create or replace view fangxing.every_check as
  select id, kind, appid, writer, scene, suggest, label, edition, evidence, evidence_key, clauses, at
  from fangxing.checks
union all
  select
    lpad(to_hex((block.first_at + (item ->> 1)::bigint) / 1000), 8, '0')
      || '-' || left(item ->> 0, 8) || '-' || right(item ->> 0, 8),
    'text', block.appid, item ->> 2, block.scene, 'pass', 100, block.edition,
    case json_array_length(item) when 5
      then jsonb_build_object('hits', jsonb_build_array(), 'classes', jsonb_build_array(
        jsonb_build_object('label', 100, 'probability', item -> 3, 'place', jsonb_build_object(
          'kind', 'text', 'field', 'content', 'start', 0, 'end', item -> 4))))
      else (item -> 3)::jsonb
    end,
    block.evidence_key, null::text[], block.first_at + (item ->> 1)::bigint
  from fangxing.check_blocks block, json_array_elements(block.checks) item;
