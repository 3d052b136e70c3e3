package io.millrace.orders.web;

import io.millrace.access.Access;
import io.millrace.access.Permission;
import io.millrace.access.Requires;
import io.millrace.customers.CustomerFiles;
import io.millrace.customers.CustomerFiles.Called;
import io.millrace.customers.Customers;
import io.millrace.orders.Orders;
import io.millrace.orders.Orders.OrderQuery;
import io.millrace.orders.OrdersProblem;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Page;
import io.millrace.shared.Paging;
import io.millrace.shared.ProfileId;
import io.millrace.shared.Refusal;
import io.millrace.workspace.AsOf;
import io.millrace.workspace.Through;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/orders")
class OrdersController {
    private static final Set<String> STATUSES =
            Set.of("completed", "refunded", "partly-refunded", "cancelled", "credit-note", "sold");

    private final Orders orders;
    private final Customers customers;
    private final CustomerFiles files;
    private final Access access;

    OrdersController(Orders orders, Customers customers, CustomerFiles files, Access access) {
        this.orders = orders;
        this.customers = customers;
        this.files = files;
        this.access = access;
    }

    @GetMapping
    @Requires(Permission.ORDERS_READ)
    Page<OrderRow> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String customer,
            @Nullable AsOf from,
            @Nullable Through to,
            @RequestParam(required = false) @Nullable Boolean anonymous,
            @RequestParam(required = false) @Nullable String status,
            @Nullable AsOf asOf,
            @RequestParam(defaultValue = "-at") String sort,
            Paging paging) {
        if (status != null && !STATUSES.contains(status)) {
            throw refused("status");
        }
        if (!sort.equals("at") && !sort.equals("-at")) {
            throw refused("sort");
        }
        OrderQuery query =
                new OrderQuery(
                        q,
                        profiles(customer),
                        from == null ? null : from.instant(),
                        to == null ? null : to.instant(),
                        anonymous,
                        status,
                        asOf == null ? null : asOf.instant(),
                        sort.equals("at"));
        Page<Orders.OrderView> page = page(query, paging);
        Map<ProfileId, Called> called = called(page.items());
        return new Page<>(
                page.items().stream().map(order -> OrderRow.of(order, called)).toList(),
                page.next(),
                page.total());
    }

    private Page<Orders.OrderView> page(OrderQuery query, Paging paging) {
        try {
            return orders.list(query, paging.cursor(), paging.limit(), paging.total());
        } catch (IllegalArgumentException e) {
            throw refused("cursor");
        }
    }

    @GetMapping("/{number}")
    @Requires(Permission.ORDERS_READ)
    OrderPage one(@PathVariable String number) {
        return orders.find(number)
                .map(found -> OrderPage.of(found, called(List.of(found.order()))))
                .orElseThrow(() -> Refusal.of(OrdersProblem.UNKNOWN_ORDER, number));
    }

    private Map<ProfileId, Called> called(List<Orders.OrderView> shown) {
        Set<ProfileId> buyers =
                shown.stream()
                        .map(Orders.OrderView::profile)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return access.caller().map(caller -> files.called(buyers, caller)).orElse(Map.of());
    }

    private @Nullable Set<ProfileId> profiles(@Nullable String customer) {
        if (customer == null) {
            return null;
        }
        try {
            return customers.members(customers.rootOf(ProfileId.parse(customer)));
        } catch (IllegalArgumentException e) {
            throw refused("customer");
        }
    }

    private static Refusal refused(String parameter) {
        return Refusal.of(
                OrdersProblem.BAD_QUERY,
                List.of(FieldProblem.of(parameter, "orders.bad-parameter")));
    }
}
