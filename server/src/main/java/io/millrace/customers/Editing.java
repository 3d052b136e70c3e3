package io.millrace.customers;

import io.millrace.customers.AttributeCatalogue.Attribute;
import io.millrace.customers.CustomerFiles.ContactView;
import io.millrace.customers.CustomerFiles.TagView;
import io.millrace.customers.Customers.Description;
import io.millrace.privacy.Privacy;
import io.millrace.shared.DataLevel;
import io.millrace.shared.FieldProblem;
import io.millrace.shared.Label;
import io.millrace.shared.ProfileId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** The door for people's changes. */
final class Editing implements CustomerEdits {
    private static final Set<String> TYPES = Set.of("text", "number", "date", "flag");
    private static final Set<String> FLAGS = Set.of("true", "false");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,10})?");
    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_REASON = 500;

    private final Merging merging;
    private final Tags tags;
    private final Contacts contacts;
    private final Revealing revealing;
    private final Describing describing;
    private final AttributeCatalogue catalogue;
    private final Relevelling relevelling;
    private final TagMany many;
    private final Families families;
    private final Privacy privacy;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Editing(CustomerParts parts, Relevelling relevelling, TagMany many, Privacy privacy) {
        this.many = many;
        this.merging = parts.merging;
        this.tags = parts.tags;
        this.contacts = parts.contacts;
        this.revealing = parts.revealing;
        this.describing = parts.describing;
        this.catalogue = parts.catalogue;
        this.families = parts.families;
        this.transactions = parts.transactions;
        this.clock = parts.clock;
        this.relevelling = relevelling;
        this.privacy = privacy;
    }

    @Override
    public Merged merge(ProfileId into, ProfileId member, String reason, String by) {
        var shortened = reason.length() > LONGEST_REASON ? reason.substring(0, 500) : reason;
        return merging.merge(into, member, Describing.writable(shortened), by);
    }

    @Override
    public Unmerged unmerge(UUID merge, String by) {
        return merging.unmerge(merge, by);
    }

    @Override
    public Edited<TagView> tag(ProfileId customer, NewTag tag, String by) {
        return tags.set(customer, tag, by);
    }

    @Override
    public Edited<UUID> tagMany(
            List<String> in, @Nullable Instant asOf, NewTag tag, boolean remove, String by) {
        return many.begin(in, asOf, tag, remove, by);
    }

    @Override
    public boolean untag(ProfileId customer, UUID tag, String by) {
        return tags.remove(customer, tag, by);
    }

    @Override
    public Edited<ContactView> addContact(ProfileId customer, NewContact contact, String by) {
        return contacts.add(customer, contact, by);
    }

    @Override
    public boolean removeContact(ProfileId customer, UUID contact, String by) {
        return contacts.remove(customer, contact);
    }

    @Override
    public Edited<ProfileId> describe(
            ProfileId customer, Map<String, @Nullable String> values, String by) {
        var wrong = wrong(values);
        if (!wrong.isEmpty()) {
            return new Edited.Invalid<>(wrong);
        }
        return Objects.requireNonNull(
                transactions.execute(status -> {
                    var root = families.liveRoot(customer);
                    if (root == null) {
                        return new Edited.UnknownCustomer<>();
                    }
                    describing.describe(
                            List.of(new Description(root, values, clock.instant(), "console")));
                    privacy.audit(
                            by,
                            "customer.describe",
                            root.toString(),
                            Map.of("attributes", String.join(", ", values.keySet())));
                    return new Edited.Done<>(root);
                }));
    }

    private List<FieldProblem> wrong(Map<String, @Nullable String> values) {
        var wrong = new ArrayList<FieldProblem>();
        values.forEach((name, value) -> {
            var pointer = "/" + name.replace("~", "~0").replace("/", "~1");
            if (name.isBlank() || name.length() > AttributeCatalogue.LONGEST_NAME) {
                wrong.add(FieldProblem.of(pointer, "customers.bad-attribute-name"));
            } else if (value != null
                    && !(fits(catalogue.find(name), value) && fitsVariable(name, value))) {
                wrong.add(FieldProblem.of(pointer, "shared.bad-value"));
            }
        });
        return wrong;
    }

    /** What was free before it was a variable stays free. */
    private static boolean fitsVariable(String name, String value) {
        return name.equals("gender") || StandardVariables.allows(name, value);
    }

    private static boolean fits(@Nullable Attribute attribute, String value) {
        if (!Describing.writable(value).equals(value)) {
            return false;
        }
        if (attribute == null) {
            return true;
        }
        return switch (attribute.type()) {
            case "number" -> NUMBER.matcher(value).matches();
            case "flag" -> FLAGS.contains(value);
            case "date" -> date(value);
            default -> true;
        };
    }

    private static boolean date(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    @Override
    public List<FieldProblem> declare(
            String name, Label label, String type, DataLevel level, String by) {
        var wrong = new ArrayList<FieldProblem>();
        Fields.text("/name", name, AttributeCatalogue.LONGEST_NAME, wrong);
        Fields.text("/label/en", label.en(), LONGEST_LABEL, wrong);
        Fields.text("/label/zh", label.zh(), LONGEST_LABEL, wrong);
        Fields.oneOf("/type", type, TYPES, wrong);
        if (!wrong.isEmpty()) {
            return wrong;
        }
        transactions.executeWithoutResult(status -> {
            catalogue.declare(name, label.en(), label.zh(), type, level, by);
            relevelling.begin(name);
            privacy.audit(
                    by,
                    "attribute.declare",
                    name,
                    Map.of("type", type, "level", Names.level(level)));
        });
        return List.of();
    }

    @Override
    public Optional<Map<String, String>> reveal(
            ProfileId customer, List<String> fields, String reason, String by) {
        return revealing.reveal(customer, fields, reason, by);
    }
}
