package org.guixue.access;

import org.guixue.Forbidden;

/**
 * Who asks: the account that is signed in, the office it works for and what it may see.
 *
 * @param mayReadSensitive holds the grant for health and disability values
 * @param mayApprove holds the grant to approve the use of the seal (用印审批)
 * @param address the network address that the request came from, for the audit trail
 */
public record Caller(
        long account,
        String username,
        String displayName,
        Role role,
        Scope scope,
        boolean mayReadSensitive,
        boolean mayApprove,
        String address) {
    /** The office that this caller works for and issues in the name of. */
    public long office() {
        return scope.office();
    }

    /** The same, but without what the reader may not see: for what is shown to one in the name of another. */
    public Caller readingNoMoreThan(Caller reader) {
        return new Caller(
                account,
                username,
                displayName,
                role,
                scope,
                mayReadSensitive && reader.mayReadSensitive,
                mayApprove,
                address);
    }

    /** The role in words, which tells who approves from who fills in. */
    public String position() {
        return mayApprove ? role.approverLabel() : role.label();
    }

    /**
     * Refuses everybody but a bureau.
     *
     * @param what in Chinese, such as 管理单位
     */
    public void expectBureau(String what) {
        if (role != Role.BUREAU) {
            throw new Forbidden("只有教育局账号可以" + what);
        }
    }
}
