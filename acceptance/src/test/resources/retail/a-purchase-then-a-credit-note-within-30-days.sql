select distinct p.customer from purchases p join credits r on r.customer = p.customer
where r.happened > p.happened and r.happened <= p.happened + interval 720 hour and r.happened >= '2011-08-31 23:00:00+00'
