-- The file as it is, and what its lines mean: an invoice with a positive line is a purchase at its
-- earliest line, one whose number begins with C is a credit note. Times are London's.
create table lines as
select InvoiceNo as invoice, StockCode as sku, cast(Quantity as bigint) as quantity,
  timezone('Europe/London', strptime(InvoiceDate, '%Y-%m-%d %H:%M:%S')) as happened,
  cast(UnitPrice as decimal(18, 6)) as price, CustomerID as customer, Country as country
from read_csv('${file}', header = true, all_varchar = true)
where CustomerID is not null and CustomerID <> '';

create view purchases as
select invoice, customer, min(happened) as happened,
  cast(round_even(sum(quantity * price) * 100, 0) as bigint) as pence
from lines where quantity > 0 group by invoice, customer;

create view credits as
select invoice, customer, min(happened) as happened,
  cast(round_even(sum(quantity * price) * 100, 0) as bigint) as pence
from lines where quantity < 0 group by invoice, customer;

create view customers as select customer, min(happened) as known from lines group by customer;
