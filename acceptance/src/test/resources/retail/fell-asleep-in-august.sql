-- 91 full days after a purchase that was followed by none.
select distinct p.customer from purchases p
where p.happened + interval 2184 hour >= '2011-08-01 00:00:00+00'
  and p.happened + interval 2184 hour < '2011-09-01 00:00:00+00'
  and not exists (select 1 from purchases later where later.customer = p.customer
        and later.happened > p.happened and later.happened <= p.happened + interval 2184 hour)
