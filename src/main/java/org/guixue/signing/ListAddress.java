package org.guixue.signing;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** Where a certificate says that the list of revoked ones lies. */
public final class ListAddress {
    private ListAddress() {}

    /** Whether that is the machine itself, where nobody else finds it. */
    public static boolean isLoopback(X509Certificate certificate) {
        return of(certificate).stream().anyMatch(address -> isLoopback(URI.create(address)));
    }

    /** Whether only the machine itself finds this address. */
    public static boolean isLoopback(URI address) {
        String host = address.getHost() == null ? "" : address.getHost();
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.startsWith("127.")
                || host.equals("[::1]");
    }

    static List<String> of(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.cRLDistributionPoints.getId());
        if (extension == null) {
            return List.of();
        }
        CRLDistPoint points =
                CRLDistPoint.getInstance(ASN1OctetString.getInstance(extension).getOctets());
        return Stream.of(points.getDistributionPoints())
                .flatMap(point -> Stream.of(
                        GeneralNames.getInstance(point.getDistributionPoint().getName())
                                .getNames()))
                .filter(name -> name.getTagNo() == GeneralName.uniformResourceIdentifier)
                .map(name -> name.getName().toString())
                .toList();
    }
}
