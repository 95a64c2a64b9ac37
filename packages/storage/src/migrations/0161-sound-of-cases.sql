-- What a person may have to listen to is kept beside the pictures of cases, for as long as they are.
alter table fangxing.media drop constraint media_kind_check;
alter table fangxing.media add constraint media_kind_check check (kind in ('image', 'video', 'sound'));
