package io.millrace.intake.files;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What columns are called in English and in Chinese, and which field each name means. */
final class HeaderWords {
    private static final Map<String, String> EXACT = new HashMap<>();

    static {
        words(
                "order",
                "order orderid orderno ordernumber orderref invoice invoiceno invoicenumber"
                        + " invoiceid transactionid transactionno receiptno 订单 订单号 订单编号 订单id 单号"
                        + " 交易号 交易单号 流水号 发票号 小票号");
        words(
                "at",
                "at date datetime time timestamp orderdate ordertime orderedat invoicedate"
                        + " purchasedate purchasedat paidat paymenttime createdat transactiondate eventtime"
                        + " occurredat 日期 时间 下单时间 下单日期 订单时间 订单日期 付款时间 支付时间 成交时间"
                        + " 交易时间 购买时间 购买日期 创建时间 发生时间");
        words(
                "customer",
                "customer customerid customerno customernumber customercode client clientid"
                        + " memberid memberno member userid user buyer buyerid externalid 客户 客户号 客户id"
                        + " 客户编号 客户编码 会员 会员号 会员id 会员编号 会员卡号 用户 用户id 用户编号 顾客"
                        + " 顾客编号 买家 买家id 买家账号");
        words(
                "email",
                "email emailaddress mail mailaddress customeremail buyeremail 邮箱 电子邮箱"
                        + " 电子邮件 邮件 邮箱地址");
        words(
                "phone",
                "phone phonenumber mobile mobilephone mobilenumber cell cellphone tel telephone"
                        + " contactnumber 手机 手机号 手机号码 电话 电话号码 联系电话 联系方式 收货人手机 买家手机");
        words(
                "sku",
                "sku stockcode productid productcode productno itemid itemcode itemno articleno"
                        + " barcode skuid skucode 商品编码 商品编号 商品id 商品代码 货号 款号 产品编号 产品编码"
                        + " sku编码 规格编码 条码 条形码");
        words(
                "name",
                "name productname item itemname product description title productdescription"
                        + " producttitle 商品 商品名 商品名称 产品 产品名称 品名 名称 宝贝标题 商品标题");
        words("category", "category productcategory department 类目 品类 分类 类别 商品分类 商品类目");
        words("brand", "brand manufacturer 品牌");
        words(
                "quantity",
                "quantity qty units count pieces quantityordered 数量 件数 购买数量 商品数量" + " 销量");
        words(
                "price",
                "price unitprice itemprice unitcostprice priceeach sellingprice 单价 价格 售价"
                        + " 商品单价 商品价格 成交单价");
        words(
                "amount",
                "amount total linetotal ordertotal totalamount revenue subtotal sales"
                        + " salesamount paidamount paymentamount totalprice ordervalue 金额 总金额 订单金额"
                        + " 实付金额 实付款 支付金额 成交金额 总价 小计 合计 应付金额 销售额");
        words("discount", "discount discountamount 折扣 优惠 优惠金额 折扣金额");
        words("cost", "cost unitcost costprice purchaseprice 成本 成本价 进价 单位成本 采购价");
        words("currency", "currency currencycode 币种 货币");
        words(
                "channel",
                "channel saleschannel source ordersource platform 渠道 销售渠道 来源 平台" + " 订单来源");
        words(
                "store",
                "store storename storeid shop shopname outlet branch 门店 店铺 店铺名称 门店名称" + " 商店");
        words("event", "event eventname eventtype action 事件 事件名 事件名称 行为");
        words("anonymous", "anonymous anonymousid deviceid visitorid cookieid 匿名id 访客id 设备id");
        words("messageId", "messageid eventid 消息id 事件id");
        words("gender", "gender sex 性别");
        words("birthday", "birthday birthdate dateofbirth dob 生日 出生日期 出生年月");
        words("city", "city town 城市 所在城市 市");
    }

    // What a name means when the rows are customers: there, it is the person's.
    private static final Map<String, String> OF_PERSONS = new HashMap<>();

    static {
        for (String word :
                List.of(
                        "name",
                        "fullname",
                        "customername",
                        "姓名",
                        "客户姓名",
                        "名字",
                        "会员姓名",
                        "客户名称",
                        "昵称")) {
            OF_PERSONS.put(word, "name");
        }
        for (String word : List.of("id", "编号", "no", "卡号")) {
            OF_PERSONS.put(word, "customer");
        }
    }

    private HeaderWords() {}

    private static void words(String field, String words) {
        for (String word : words.split(" ")) {
            EXACT.put(word, field);
        }
    }

    /** True if the text is a name that columns have. */
    static boolean known(String header) {
        String bare = bare(header);
        return EXACT.containsKey(bare) || OF_PERSONS.containsKey(bare);
    }

    /**
     * The field that each column seems to be, of those that the kind has; first come, first had.
     */
    static Map<Integer, String> guess(List<String> headers, Kind kind) {
        Map<Integer, String> guesses = new LinkedHashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            String field = field(headers.get(i), kind);
            if (field != null && kind.fields().contains(field) && !guesses.containsValue(field)) {
                guesses.put(i, field);
            }
        }
        return guesses;
    }

    private static @Nullable String field(String header, Kind kind) {
        // A customer's file of errors comes back with these; they say nothing about the row.
        if (header.startsWith("_")) {
            return null;
        }
        String bare = bare(header);
        String personal = kind == Kind.CUSTOMERS ? OF_PERSONS.get(bare) : null;
        if (personal != null) {
            return personal;
        }
        return EXACT.get(bare);
    }

    private static String bare(String header) {
        StringBuilder bare = new StringBuilder();
        int end = cutAt(header);
        for (int i = 0; i < end; i++) {
            char c = Character.toLowerCase(header.charAt(i));
            if (Character.isLetterOrDigit(c)) {
                bare.append(c);
            }
        }
        return bare.toString().toLowerCase(Locale.ROOT);
    }

    /** Units in brackets, as in {@code 金额（元）}, are no part of the name. */
    private static int cutAt(String header) {
        int end = header.length();
        for (char bracket : new char[] {'(', '（', '[', '【'}) {
            int at = header.indexOf(bracket);
            if (at > 0) {
                end = Math.min(end, at);
            }
        }
        return end;
    }

    /** Whether a row of orders seems to be a line of one, or a whole order. */
    static String grain(List<String> headers) {
        Map<Integer, String> fields = guess(headers, Kind.ORDERS);
        boolean lines =
                fields.containsValue("sku")
                        || fields.containsValue("quantity")
                        || fields.containsValue("price")
                        || fields.containsValue("name");
        return lines ? "line" : "order";
    }

    /** What the rows seem to be, by the columns that only one kind has. */
    static Kind kind(List<String> headers) {
        Map<Integer, String> orders = guess(headers, Kind.ORDERS);
        if (orders.containsValue("order")
                && (orders.containsValue("amount")
                        || orders.containsValue("price")
                        || orders.containsValue("quantity"))) {
            return Kind.ORDERS;
        }
        if (guess(headers, Kind.EVENTS).containsValue("event")) {
            return Kind.EVENTS;
        }
        Map<Integer, String> customers = guess(headers, Kind.CUSTOMERS);
        boolean person =
                customers.containsValue("customer")
                        || customers.containsValue("email")
                        || customers.containsValue("phone");
        if (person) {
            return Kind.CUSTOMERS;
        }
        return guess(headers, Kind.PRODUCTS).containsValue("sku") ? Kind.PRODUCTS : Kind.CUSTOMERS;
    }
}
