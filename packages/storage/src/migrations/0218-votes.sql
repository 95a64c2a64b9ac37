-- What one reviewer thinks of one check is a vote. An opinion is what an engine thinks of a material.
alter table fangxing.opinions rename to votes;
alter index fangxing.opinions_by_time rename to votes_by_time;
alter index fangxing.opinions_by_user rename to votes_by_user;
alter index fangxing.opinions_of_leads rename to votes_of_leads;
alter trigger opinions_stay on fangxing.votes rename to votes_stay;
