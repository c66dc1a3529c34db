package org.guixue.person;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "江西省赣州市赣县区梅林镇桥头村12号|江西省|赣州市|赣县区|梅林镇|桥头村12号",
                "示范省示范市示范县东山镇桥头村3号|示范省|示范市|示范县|东山镇|桥头村3号",
                "广西壮族自治区柳州市融水苗族自治县融水镇|广西壮族自治区|柳州市|融水苗族自治县|融水镇|''",
                "湖北省恩施土家族苗族自治州恩施市舞阳坝街道办事处航空路社区|湖北省|恩施土家族苗族自治州|恩施市|舞阳坝街道办事处|航空路社区",
                "北京市海淀区中关村街道3号|北京市|''|海淀区|''|中关村街道3号",
                "江苏省镇江市京口区|江苏省|镇江市|京口区|''|''",
                "河南省新乡市新乡县小冀镇|河南省|新乡市|新乡县|小冀镇|''",
                "东山镇城区社区5号|''|''|''|东山镇|城区社区5号",
                "阳光小区3栋|''|''|''|''|阳光小区3栋",
                "不详|''|''|''|''|不详",
            })
    void takesPartsApart(String text, String province, String city, String county, String township, String detail) {
        Address parsed = Address.parse(text);
        assertEquals(
                "%s|%s|%s|%s|%s".formatted(province, city, county, township, detail),
                "%s|%s|%s|%s|%s"
                        .formatted(
                                parsed.province(), parsed.city(), parsed.county(), parsed.township(), parsed.detail()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"江西省瑞金市象湖镇", "市市市县县镇镇乡乡村", "省省省", "=1+1<script>", "12 Main Street", "", "镇", "东山镇市场路1号"})
    void losesNothing(String text) {
        assertEquals(text, Address.parse(text).text());
    }
}
