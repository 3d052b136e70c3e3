select customer from (select customer, happened, pence from purchases union all select customer, happened, pence from credits)
where happened > timestamptz '2011-10-01 00:00:00+00' - interval 4320 hour and happened <= '2011-10-01 00:00:00+00'
group by customer having sum(pence) > 100000
