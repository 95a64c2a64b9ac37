-- Pictures of what audits saw are kept for the latest ones and for those that a person looked at: a
-- page that is audited every day would otherwise fill the disk.
create index material_blobs_by_hash on fangxing.material_blobs (sha256);
create index materials_by_archive on fangxing.materials (archive) where archive is not null;
