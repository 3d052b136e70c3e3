select customer from purchases group by customer
having min(happened) >= '2011-03-01 00:00:00+00' and min(happened) < '2011-03-31 23:00:00+00'
