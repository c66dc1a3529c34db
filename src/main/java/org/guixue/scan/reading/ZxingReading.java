package org.guixue.scan.reading;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** QR codes by ZXing: finds some that BoofCV misses, where a finder pattern is damaged. Stateless. */
final class ZxingReading {
    private static final Map<DecodeHintType, Object> HARDER = Map.of(DecodeHintType.TRY_HARDER, true);

    /** The middle of a finder pattern lies 3.5 modules within the code; codes like ours are some 37 modules wide. */
    private static final double BEYOND = 3.5 / (37 - 7);

    private ZxingReading() {}

    static List<FoundCode> read(GrayPicture picture) {
        LuminanceSource source = new PlanarYUVLuminanceSource(
                picture.pixels(), picture.width(), picture.height(), 0, 0, picture.width(), picture.height(), false);
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(source));
        List<FoundCode> found = new ArrayList<>(one(bitmap));
        if (found.stream().noneMatch(FoundCode::ours)) {
            found.addAll(many(bitmap));
        }
        return found;
    }

    private static List<FoundCode> one(BinaryBitmap bitmap) {
        try {
            return found(new QRCodeReader().decode(bitmap, HARDER));
        } catch (ReaderException e) {
            return List.of();
        }
    }

    private static List<FoundCode> many(BinaryBitmap bitmap) {
        try {
            return Stream.of(new QRCodeMultiReader().decodeMultiple(bitmap, HARDER))
                    .flatMap(result -> found(result).stream())
                    .toList();
        } catch (ReaderException e) {
            return List.of();
        }
    }

    private static List<FoundCode> found(Result result) {
        ResultPoint[] points = result.getResultPoints();
        if (points == null || points.length < 3) {
            return List.of();
        }
        ResultPoint corner = points[1];
        double acrossX = points[2].getX() - corner.getX();
        double acrossY = points[2].getY() - corner.getY();
        double downX = points[0].getX() - corner.getX();
        double downY = points[0].getY() - corner.getY();
        double[][] places = {{-BEYOND, -BEYOND}, {1 + BEYOND, -BEYOND}, {1 + BEYOND, 1 + BEYOND}, {-BEYOND, 1 + BEYOND}
        };
        List<Point2D> corners = Stream.of(places)
                .<Point2D>map(place -> new Point2D.Double(
                        corner.getX() + place[0] * acrossX + place[1] * downX,
                        corner.getY() + place[0] * acrossY + place[1] * downY))
                .toList();
        return List.of(new FoundCode(result.getText(), corners));
    }
}
