-- Editions of the text model: what an operator's reviewed samples have taught it, or nothing. The
-- newest one judges.

create table fangxing.text_models (
  number     bigint generated always as identity primary key,
  at         bigint not null,
  by         text   not null,
  note       text,
  -- The earlier edition that this one is equal to; 0: the shipped model alone.
  restores   bigint,
  -- Null: the shipped model alone. As it came, character by character.
  adjustment text
);
create trigger editions_stay before update or delete on fangxing.text_models
  for each row execute function fangxing.refuse_change();
