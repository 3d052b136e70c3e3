select customer from purchases group by customer
having count(*) filter (happened > timestamptz '2011-12-10 00:00:00+00' - interval 720 hour) >= 1
  and count(*) filter (happened >= '2011-08-01 23:00:00+00' and happened < '2011-11-10 00:00:00+00') = 0
  and count(*) filter (happened < '2011-08-01 23:00:00+00') >= 1
