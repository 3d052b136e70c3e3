select customer from customers c
where (select count(*) from purchases p where p.customer = c.customer
        and happened >= '2011-06-02 23:00:00+00' and happened < '2011-08-31 23:00:00+00') >= 3
  and not exists (select 1 from lines l where l.customer = c.customer and sku = '22423' and quantity > 0
        and happened >= '2011-06-02 23:00:00+00' and happened < '2011-08-31 23:00:00+00')
  and exists (select 1 from credits r where r.customer = c.customer
        and happened >= '2011-08-31 23:00:00+00' and happened < '2011-09-30 23:00:00+00')
