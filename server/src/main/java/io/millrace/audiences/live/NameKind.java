package io.millrace.audiences.live;

import io.millrace.customers.Customers.IdentityType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a text that stands for a customer is. */
public enum NameKind {
    /** Whatever finds somebody, by how the text looks. */
    ANY,
    /** The product's own id, {@code cus_…}. */
    ID,
    EXTERNAL,
    EMAIL,
    PHONE,
    MEMBER_CARD,
    WECHAT_UNIONID,
    WECHAT_OPENID,
    WECOM_EXTERNAL;

    private static final List<IdentityType> NUMBERS =
            List.of(
                    IdentityType.EXTERNAL,
                    IdentityType.MEMBER_CARD,
                    IdentityType.PHONE,
                    IdentityType.WECHAT_UNIONID,
                    IdentityType.WECHAT_OPENID,
                    IdentityType.WECOM_EXTERNAL);
    private static final List<IdentityType> ADDRESSES =
            List.of(IdentityType.EMAIL, IdentityType.EXTERNAL);

    /** As the API writes it: {@code any}, {@code id}, {@code member_card} … */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<NameKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** The identities that a text of this kind can be, the likeliest first. */
    List<IdentityType> types(String text) {
        return switch (this) {
            case ID -> List.of();
            case ANY -> text.contains("@") ? ADDRESSES : NUMBERS;
            default -> List.of(IdentityType.valueOf(name()));
        };
    }
}
