select customer from purchases p
where customer in (select customer from lines group by customer
                   having last(country order by happened, invoice) <> 'United Kingdom')
group by customer having avg(pence) < 30000
