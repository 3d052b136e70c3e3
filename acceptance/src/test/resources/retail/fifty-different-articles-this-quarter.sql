select p.customer from purchases p join lines l on l.invoice = p.invoice and l.quantity > 0
where p.happened >= '2011-08-31 23:00:00+00' and p.happened <= '2011-11-15 12:00:00+00'
group by p.customer having count(distinct l.sku) >= 50
