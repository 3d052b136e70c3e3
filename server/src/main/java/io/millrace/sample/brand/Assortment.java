package io.millrace.sample.brand;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the brand sells and where: ninety-odd products and eight stores. */
final class Assortment {
    static final String CURRENCY = "CNY";

    /** The nine-yuan-ninety trial box, which costs more than it brings. */
    static final Product TRIAL =
            new Product(
                    "XS-TRIAL-01",
                    "九块九尝鲜装 Nine-ninety trial box",
                    "试用装 Trial",
                    "溪山 Xishan",
                    false,
                    990,
                    1_420);

    static final List<Store> STORES =
            List.of(
                    new Store("SH01", "上海新天地店 Shanghai Xintiandi", "上海", "Shanghai"),
                    new Store("HZ01", "杭州湖滨店 Hangzhou Hubin", "杭州", "Hangzhou"),
                    new Store("BJ01", "北京三里屯店 Beijing Sanlitun", "北京", "Beijing"),
                    new Store("GZ01", "广州太古汇店 Guangzhou Taikoo Hui", "广州", "Guangzhou"),
                    new Store("SZ01", "深圳万象城店 Shenzhen MixC", "深圳", "Shenzhen"),
                    new Store("XA01", "西安大雁塔店 Xi'an Dayanta", "西安", "Xi'an"),
                    new Store("WH01", "武汉天地店 Wuhan Tiandi", "武汉", "Wuhan"),
                    new Store("CD01", "成都太古里店 Chengdu Taikoo Li", "成都", "Chengdu"));

    /** The store that opened within the two years. */
    static final Store NEW_STORE = STORES.getLast();

    private static final String[][] TEAS = {
        {"LJ", "明前龙井", "Longjing first flush", "绿茶 Green tea", "268"},
        {"BL", "碧螺春", "Biluochun", "绿茶 Green tea", "228"},
        {"MJ", "黄山毛峰", "Huangshan Maofeng", "绿茶 Green tea", "158"},
        {"AJ", "安吉白茶", "Anji white leaf", "绿茶 Green tea", "198"},
        {"TG", "铁观音", "Tieguanyin", "乌龙茶 Oolong", "168"},
        {"DH", "大红袍", "Da Hong Pao", "乌龙茶 Oolong", "298"},
        {"DD", "凤凰单丛", "Phoenix Dancong", "乌龙茶 Oolong", "258"},
        {"KM", "祁门红茶", "Keemun", "红茶 Black tea", "138"},
        {"ZS", "正山小种", "Lapsang Souchong", "红茶 Black tea", "148"},
        {"DX", "滇红", "Yunnan black", "红茶 Black tea", "98"},
        {"BM", "白牡丹", "White peony", "白茶 White tea", "188"},
        {"YZ", "白毫银针", "Silver needle", "白茶 White tea", "368"},
        {"SP", "普洱生茶", "Raw Pu'er", "普洱 Pu'er", "218"},
        {"RP", "普洱熟茶", "Ripe Pu'er", "普洱 Pu'er", "178"},
        {"ML", "茉莉花茶", "Jasmine", "花茶 Scented tea", "88"},
        {"GH", "桂花乌龙", "Osmanthus oolong", "花茶 Scented tea", "98"},
    };

    private static final String[][] SIZES = {
        {"S", "尝鲜罐 30 g", "tin 30 g", "0.38"},
        {"M", "经典罐 100 g", "tin 100 g", "1"},
        {"L", "礼盒 250 g", "gift box 250 g", "2.35"},
    };

    private static final String[][] OTHERS = {
        {"CUP", "汝窑品茗杯", "Ru-glaze cup", "茶器 Teaware", "78", "0.42"},
        {"POT", "紫砂壶", "Yixing teapot", "茶器 Teaware", "428", "0.40"},
        {"GWN", "白瓷盖碗", "White porcelain gaiwan", "茶器 Teaware", "128", "0.38"},
        {"TRV", "旅行茶具", "Travel tea set", "茶器 Teaware", "238", "0.41"},
        {"TRY", "竹茶盘", "Bamboo tea tray", "茶器 Teaware", "198", "0.45"},
        {"KET", "电热水壶", "Gooseneck kettle", "茶器 Teaware", "358", "0.58"},
        {"CL1", "茶籽洁面乳", "Tea-seed cleanser", "洁面 Cleansing", "98", "0.24"},
        {"CL2", "绿茶卸妆油", "Green tea cleansing oil", "洁面 Cleansing", "138", "0.25"},
        {"CL3", "白茶氨基酸洁面", "White tea amino cleanser", "洁面 Cleansing", "118", "0.23"},
        {"TN1", "绿茶舒缓水", "Green tea calming toner", "护肤 Skin care", "148", "0.22"},
        {"TN2", "白茶精华水", "White tea essence toner", "护肤 Skin care", "188", "0.21"},
        {"SE1", "山茶花精华", "Camellia serum", "护肤 Skin care", "298", "0.19"},
        {"SE2", "普洱焕颜精华", "Pu'er renewal serum", "护肤 Skin care", "388", "0.18"},
        {"CR1", "山茶花面霜", "Camellia cream", "护肤 Skin care", "258", "0.20"},
        {"CR2", "白茶晚霜", "White tea night cream", "护肤 Skin care", "318", "0.20"},
        {"EY1", "茶多酚眼霜", "Polyphenol eye cream", "护肤 Skin care", "228", "0.19"},
        {"MK1", "绿茶泥膜", "Green tea clay mask", "面膜 Masks", "108", "0.26"},
        {"MK2", "白茶面膜十片", "White tea sheet masks, ten", "面膜 Masks", "128", "0.28"},
        {"MK3", "桂花睡眠面膜", "Osmanthus sleeping mask", "面膜 Masks", "138", "0.25"},
        {"SN1", "茶萃防晒乳", "Tea extract sunscreen", "防晒 Sun care", "158", "0.27"},
        {"SN2", "防晒喷雾", "Sun mist", "防晒 Sun care", "118", "0.30"},
        {"LP1", "山茶花润唇膏", "Camellia lip balm", "彩妆 Make-up", "58", "0.25"},
        {"LP2", "山茶口红 红茶色", "Camellia lipstick, black tea", "彩妆 Make-up", "168", "0.20"},
        {"LP3", "山茶口红 豆沙色", "Camellia lipstick, bean", "彩妆 Make-up", "168", "0.20"},
        {"CU1", "茶萃气垫", "Tea cushion foundation", "彩妆 Make-up", "218", "0.23"},
        {"HD1", "绿茶护手霜", "Green tea hand cream", "身体 Body", "48", "0.30"},
        {"HD2", "桂花护手霜", "Osmanthus hand cream", "身体 Body", "48", "0.30"},
        {"BD1", "白茶沐浴露", "White tea body wash", "身体 Body", "88", "0.28"},
        {"BD2", "山茶花身体乳", "Camellia body lotion", "身体 Body", "108", "0.27"},
        {"SH1", "茶籽洗发水", "Tea-seed shampoo", "头发 Hair", "98", "0.27"},
        {"SH2", "山茶花护发素", "Camellia conditioner", "头发 Hair", "98", "0.27"},
        {"OL1", "山茶花护发油", "Camellia hair oil", "头发 Hair", "128", "0.24"},
        {"PF1", "茶山香水", "Tea Mountain perfume", "香氛 Fragrance", "368", "0.18"},
        {"PF2", "雨后龙井香薰", "Longjing after Rain diffuser", "香氛 Fragrance", "198", "0.26"},
        {"PF3", "桂花蜡烛", "Osmanthus candle", "香氛 Fragrance", "128", "0.30"},
        {"GF1", "新春茶礼盒", "New Year tea gift", "礼盒 Gifts", "588", "0.36"},
        {"GF2", "中秋茶点礼盒", "Mid-autumn gift", "礼盒 Gifts", "388", "0.40"},
        {"GF3", "护肤旅行套装", "Skin care travel set", "礼盒 Gifts", "298", "0.27"},
    };

    static final List<Product> PRODUCTS = products();
    static final List<Product> TEAS_AND_WARE = only(true);
    static final List<Product> BEAUTY = only(false);

    private Assortment() {}

    private static List<Product> products() {
        List<Product> products = new ArrayList<>();
        for (String[] tea : TEAS) {
            for (String[] size : SIZES) {
                long yuan = Math.round(Double.parseDouble(tea[4]) * Double.parseDouble(size[3]));
                products.add(
                        new Product(
                                "XS-" + tea[0] + "-" + size[0],
                                tea[1] + " " + size[1] + " " + tea[2] + ", " + size[2],
                                tea[3],
                                "溪山 Xishan",
                                true,
                                yuan * 100,
                                yuan * 39));
            }
        }
        for (String[] other : OTHERS) {
            long yuan = Long.parseLong(other[4]);
            boolean ware = other[3].startsWith("茶器") || "GF1".equals(other[0]);
            products.add(
                    new Product(
                            "XS-" + other[0].toUpperCase(Locale.ROOT),
                            other[1] + " " + other[2],
                            other[3],
                            ware ? "溪山 Xishan" : "溪山白 Xishan Bai",
                            ware,
                            yuan * 100,
                            Math.round(yuan * 100 * Double.parseDouble(other[5]))));
        }
        products.add(TRIAL);
        return List.copyOf(products);
    }

    private static List<Product> only(boolean tea) {
        return PRODUCTS.stream().filter(p -> p.tea() == tea && p != TRIAL).toList();
    }
}
