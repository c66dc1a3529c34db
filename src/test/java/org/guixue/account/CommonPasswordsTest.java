package org.guixue.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.guixue.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTest {
    private final CommonPasswords common = new CommonPasswords();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890",
                "0987654321",
                "aaaaaaaaaa",
                "qwertyuiop",
                "1qaz2wsx3edc",
                "Password123",
                "P@ssw0rd2026",
                "admin@123456",
                "Woaini1314520",
                "5201314520",
                "zhang19900101",
                "wangwei888888",
                "woaizhongguo",
                "jiaoyuju2026",
                "我爱中国123456",
                "ＡＤＭＩＮ１２３４５６",
                "guixue-demo",
                "abcdefghijk",
                "13800138000",
                "wang13800138000",
                "0799-5550111",
                "31415926535",
                "360721201502110028",
                "Dongshan2026",
                "2026xihezhen",
                "lihua-19881203",
                "1q2w3e4r5t6y",
                "qazwsxedcrfv",
                "!@#$%^&*()_+",
                "asdfghjkl;'",
                "qwer1234zxcv",
            })
    void knowsWhatGuessersTryFirst(String password) {
        assertTrue(common.has(password), password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "梧桐 铁壶 三更 海盐",
                "correct horse battery staple",
                "tpk-93-vhorx-rain",
                "k7mh-2xpd-9wqr-h4tn",
                "东山镇的雨下在第七个窗台上",
                "liangbei-qingcha-wu-dian",
            })
    void letsASentenceOfOnesOwnPass(String password) {
        assertFalse(common.has(password), password);
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThrows(Refused.class, () -> Passwords.expectGood("𠮷𠮷𠮷𠮷", new OwnNames("clerk", List.of())));
        Passwords.expectGood("梧桐铁壶三更海盐𠮷野", new OwnNames("clerk", List.of()));
        Passwords.expectGood("瓦盐".repeat(64), new OwnNames("clerk", List.of()));
        assertThrows(
                Refused.class, () -> Passwords.expectGood("瓦盐".repeat(64) + "。", new OwnNames("clerk", List.of())));
    }

    @Test
    void refusesTheUsernameInAnyDress() {
        Refused refused = assertThrows(
                Refused.class, () -> Passwords.expectGood("tpk-93-Li.Wen-rain", new OwnNames("li.wen", List.of())));
        assertEquals("密码里不能有用户名，请换一个。", refused.getMessage());
        Passwords.expectGood("tpk-93-vhorx-rain", new OwnNames("li.wen", List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "东山镇中心小学",
                "东山镇中心小学2026",
                "dongshanzhenzhongxinxiaoxue",
                "DongShan-XiaoXue-2026",
                "dszzxxx@2026",
                "示范县教育局！！！",
                "wenjing.dongshan",
            })
    void refusesWhatIsPutTogetherFromTheNamesOfItsOwnerAndTheirOffices(String password) {
        OwnNames own = new OwnNames("clerk", List.of("李文静", "东山镇中心小学", "东山镇人民政府", "示范县教育局"));
        String longEnough = password.length() < 10 ? password + "2026" : password;
        assertThrows(Refused.class, () -> Passwords.expectGood(longEnough, own));
    }

    @Test
    void letsASentencePassThatNamesTheirSchool() {
        OwnNames own = new OwnNames("clerk", List.of("李文静", "东山镇中心小学"));
        Passwords.expectGood("东山镇的雨下在第七个窗台上", own);
        Passwords.expectGood("梧桐 铁壶 三更 海盐", own);
        Passwords.expectGood("liangbei-qingcha-wu-dian", own);
    }
}
