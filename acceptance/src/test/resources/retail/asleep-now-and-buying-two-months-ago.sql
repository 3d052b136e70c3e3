with last as (
  select customer, max(happened) filter (happened <= '2011-11-30 00:00:00+00') as now,
    max(happened) filter (happened <= timestamptz '2011-11-30 00:00:00+00' - interval 1440 hour) as before
  from purchases group by customer)
select customer from last
where now <= timestamptz '2011-11-30 00:00:00+00' - interval 2184 hour
  and now > timestamptz '2011-11-30 00:00:00+00' - interval 4344 hour
  and before > timestamptz '2011-11-30 00:00:00+00' - interval 3624 hour
