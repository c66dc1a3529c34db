package org.guixue.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.guixue.Forbidden;
import org.guixue.Refused;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure, before an act that cannot be undone, that it is still the account's owner who sits there: the password is
 * asked for again (OWASP ASVS 5, 7.5.3). Wrong ones count as failed sign-ins, with the same lock.
 */
@RequestScoped
public class Reauthentication {
    static final String BY_BASIC = "org.guixue.basic";

    @Inject
    SignIn signIn;

    @Inject
    HttpServletRequest request;

    /**
     * For pages, whose form brings the password.
     *
     * @throws ValuesRefused where it is wrong
     * @throws Refused as locked after too many wrong ones
     */
    public void confirm(Caller caller, String password) {
        if (!signIn.again(caller.username(), password, caller.address())) {
            throw new ValuesRefused("password", "密码不对，没有做任何改动，请重新输入。");
        }
    }

    /** For the API: Basic credentials came with this very request; a session must bring the password in the body. */
    public void confirmAtApi(Caller caller, @Nullable String password) {
        if (request.getAttribute(BY_BASIC) != null) {
            return;
        }
        if (password == null || password.isEmpty()) {
            throw new Forbidden("这一步要再次确认是您本人：请在请求中用 password 一项给出密码，没有做任何改动");
        }
        if (!signIn.again(caller.username(), password, caller.address())) {
            throw new Forbidden("密码不对，没有做任何改动");
        }
    }
}
