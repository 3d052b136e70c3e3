package io.millrace.customers;

import io.millrace.customers.CustomerEdits.Edited;
import io.millrace.customers.CustomerEdits.NewContact;
import io.millrace.customers.CustomerFiles.ContactView;
import io.millrace.privacy.Privacy;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Ids;
import io.millrace.shared.ProfileId;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** People around a customer, and their role in buying. Names and notes are sealed. */
final class Contacts {
    private static final Set<String> ROLES =
            Set.of("initiator", "influencer", "decider", "buyer", "user");
    private static final int LONGEST = 200;
    private static final int LONGEST_NOTE = 2_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Families families;
    private final Privacy privacy;
    private final Ids ids;
    private final Clock clock;

    Contacts(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Families families,
            Privacy privacy,
            Ids ids,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.families = families;
        this.privacy = privacy;
        this.ids = ids;
        this.clock = clock;
    }

    static String nameField(UUID contact) {
        return "contact:" + contact + ":name";
    }

    static String noteField(UUID contact) {
        return "contact:" + contact + ":note";
    }

    Edited<ContactView> add(ProfileId customer, NewContact contact, String by) {
        var wrong = wrong(contact);
        if (!wrong.isEmpty()) {
            return new Edited.Invalid<>(wrong);
        }
        return Objects.requireNonNull(
                transactions.execute(status -> {
                    var root = families.liveRoot(customer);
                    return root == null
                            ? new Edited.UnknownCustomer<>()
                            : insert(root, contact, by);
                }));
    }

    private static List<FieldProblem> wrong(NewContact contact) {
        var wrong = new ArrayList<FieldProblem>();
        Fields.text("/name", contact.name(), LONGEST, wrong);
        Fields.text("/relation", contact.relation(), LONGEST, wrong);
        if (contact.buyingRole() != null) {
            Fields.oneOf("/buyingRole", contact.buyingRole(), ROLES, wrong);
        }
        if (contact.note() != null && !contact.note().isBlank()) {
            Fields.text("/note", contact.note(), LONGEST_NOTE, wrong);
        }
        return wrong;
    }

    private Edited<ContactView> insert(ProfileId root, NewContact contact, String by) {
        var customer = contact.customer();
        if (customer != null && families.rootOf(customer).isEmpty()) {
            return new Edited.Invalid<>(
                    List.of(FieldProblem.of("/customer", "customers.unknown-customer")));
        }
        var id = ids.next();
        var note = contact.note() == null || contact.note().isBlank() ? null : contact.note();
        jdbc.sql(
                        """
                        insert into customers.contacts (id, profile, name, relation, buying_role,
                            customer, note, set_by, set_at)
                        values (:id, :profile, :name, :relation, :role, :customer, :note, :by, :at)
                        """)
                .param("id", id)
                .param("profile", root.value())
                .param("name", privacy.seal(root, nameField(id), contact.name().strip()))
                .param("relation", contact.relation().strip())
                .param("role", contact.buyingRole(), Types.VARCHAR)
                .param("customer", customer == null ? null : customer.value(), Types.OTHER)
                .param("note", sealedNote(root, id, note), Types.VARCHAR)
                .param("by", by)
                .param("at", SqlArrays.at(clock.instant()))
                .update();
        return new Edited.Done<>(
                new ContactView(
                        id,
                        contact.name().strip(),
                        contact.relation().strip(),
                        contact.buyingRole(),
                        customer,
                        note));
    }

    private @Nullable String sealedNote(ProfileId root, UUID id, @Nullable String note) {
        return note == null ? null : privacy.seal(root, noteField(id), note);
    }

    boolean remove(ProfileId customer, UUID contact) {
        var root = families.rootOf(customer).orElse(null);
        return root != null
                && jdbc.sql(
                                        """
                                        delete from customers.contacts
                                        where id = :id and profile = any (:profiles::uuid[])
                                        """)
                                .param("id", contact)
                                .param("profiles", SqlArrays.profiles(families.members(root)))
                                .update()
                        > 0;
    }
}
