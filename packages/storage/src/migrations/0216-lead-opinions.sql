-- What a lead ended, found from the opinion that was ended.
create index opinions_of_leads on fangxing.opinions (subject) where purpose = 'lead';
