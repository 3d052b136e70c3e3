select customer from customers c
where (select count(*) from purchases p where p.customer = c.customer
        and happened > timestamptz '2011-08-31 23:00:00+00' - interval 2160 hour
        and happened <= '2011-08-31 23:00:00+00') >= 3
  and not exists (select 1 from lines l where l.customer = c.customer and sku = '22423' and quantity > 0
        and happened <= '2011-08-31 23:00:00+00')
