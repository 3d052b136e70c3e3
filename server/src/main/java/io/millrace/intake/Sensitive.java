package io.millrace.intake;

import java.util.Locale;
import java.util.Set;

/** Property names whose values tell who somebody is, however they are spelt. */
final class Sensitive {
    private static final Set<String> NAMES =
            Set.of(
                    "email",
                    "mail",
                    "emailaddress",
                    "phone",
                    "phonenumber",
                    "mobile",
                    "mobilephone",
                    "mobilenumber",
                    "telephone",
                    "tel",
                    "firstname",
                    "lastname",
                    "fullname",
                    "middlename",
                    "surname",
                    "realname",
                    "customername",
                    "recipientname",
                    "receivername",
                    "address",
                    "street",
                    "street1",
                    "street2",
                    "addressline1",
                    "addressline2",
                    "shippingaddress",
                    "billingaddress",
                    "postcode",
                    "postalcode",
                    "zip",
                    "zipcode",
                    "birthday",
                    "birthdate",
                    "dateofbirth",
                    "dob",
                    "ip",
                    "ipaddress",
                    "idnumber",
                    "idcard",
                    "nationalid",
                    "passport",
                    "passportnumber",
                    "ssn",
                    "cardnumber",
                    "creditcard",
                    "iban",
                    "bankaccount",
                    "latitude",
                    "longitude",
                    "wechat",
                    "openid",
                    "unionid",
                    "externaluserid",
                    "password",
                    "token",
                    "avatar",
                    "signature");

    private static final int LONGEST = 16;

    /** True if the last part of the dotted name is one of the names that identify a person. */
    static boolean is(String name) {
        int leaf = name.lastIndexOf('.') + 1;
        if (name.length() - leaf > LONGEST + 4) {
            return false;
        }
        return NAMES.contains(squeezed(name, leaf)) || inAddress(name);
    }

    private static boolean inAddress(String name) {
        return name.startsWith("address.")
                || name.contains("_address.")
                || name.contains("Address.");
    }

    private static String squeezed(String name, int from) {
        boolean clean = true;
        for (int i = from; i < name.length() && clean; i++) {
            char c = name.charAt(i);
            clean = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
        }
        String leaf = name.substring(from);
        return clean
                ? leaf
                : leaf.replace("_", "").replace("-", "").replace(" ", "").toLowerCase(Locale.ROOT);
    }

    private Sensitive() {}
}
