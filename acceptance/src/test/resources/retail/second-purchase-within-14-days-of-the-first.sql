with first as (select customer, min(happened) as happened from purchases group by customer)
select distinct p.customer from purchases p join first f on f.customer = p.customer
where p.happened > f.happened and p.happened <= f.happened + interval 336 hour
