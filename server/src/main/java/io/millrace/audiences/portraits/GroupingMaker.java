package io.millrace.audiences.portraits;

import io.millrace.audiences.portraits.Portraits.GroupingName;
import java.util.List;

/** Makes groupings of one sort. */
interface GroupingMaker {
    /** Those that there are now, in the order in which they are offered. */
    List<GroupingName> offered(Base base);

    /** One of those offered. */
    Grouping make(GroupingName name, Base base);
}
