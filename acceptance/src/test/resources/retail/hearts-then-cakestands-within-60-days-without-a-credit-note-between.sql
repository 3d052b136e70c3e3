with bought as (
  select p.customer, p.happened, l.sku from purchases p join lines l on l.invoice = p.invoice and l.quantity > 0)
select distinct a.customer from bought a join bought b on b.customer = a.customer
where a.sku = '85123A' and b.sku = '22423' and b.happened > a.happened and b.happened <= a.happened + interval 1440 hour
  and not exists (select 1 from credits r where r.customer = a.customer and r.happened > a.happened and r.happened < b.happened)
