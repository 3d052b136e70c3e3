select customer from purchases where happened <= '2011-09-15 10:00:00+00' group by customer
having count(*) >= 5 and max(happened) <= timestamptz '2011-09-15 10:00:00+00' - interval 1440 hour
