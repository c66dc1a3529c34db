package org.guixue.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TownshipAuthorityTest {
    @ParameterizedTest
    @CsvSource({
        "东山镇人民政府, 东山镇, 东山镇人民政府",
        "东山镇, 东山镇, 东山镇人民政府",
        "西河乡教育办公室, 西河乡, 西河乡人民政府",
        "文昌街道, 文昌街道, 文昌街道办事处",
        "土城办事处, 土城, 土城办事处",
        "上天梯管理区, 上天梯, 上天梯管理区"
    })
    void isTheGovernmentOrTheOfficeOfTheSubdistrict(String office, String region, String authority) {
        assertEquals(authority, TownshipAuthority.name(office, region));
    }
}
