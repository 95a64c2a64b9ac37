-- What a person decided is never changed: a later case decides anew.
create trigger decision_stays before update or delete on fangxing.cases
  for each row when (old.verdict is not null) execute function fangxing.refuse_change();
