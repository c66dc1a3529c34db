package org.guixue.scan.reading;

import boofcv.abst.fiducial.QrCodeDetector;
import boofcv.alg.fiducial.qrcode.QrCode;
import boofcv.factory.fiducial.ConfigQrCode;
import boofcv.factory.fiducial.FactoryFiducial;
import boofcv.factory.filter.binary.ConfigThreshold;
import boofcv.factory.filter.binary.ThresholdType;
import boofcv.struct.image.GrayU8;
import georegression.struct.point.Point2D_F64;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** QR codes by BoofCV: all on the page, quick, good at dirt and blur. For one thread. */
final class BoofReading {
    /** A code of 40 mm lies whole in one of four parts of an A4 page that overlap so much. */
    private static final double PART = 0.6;

    /** A crease that crosses finder patterns is gray: it must not count as black. */
    private static final double CLEARLY_DARKER = 0.8;

    private static final double DARKER = 0.9;

    private final QrCodeDetector<GrayU8> byBlock = FactoryFiducial.qrcode(null, GrayU8.class);
    private final QrCodeDetector<GrayU8> byNeighbours = byNeighbours(15, CLEARLY_DARKER);
    private final QrCodeDetector<GrayU8> byMoreNeighbours = byNeighbours(25, DARKER);

    private static QrCodeDetector<GrayU8> byNeighbours(int width, double darker) {
        ConfigQrCode config = new ConfigQrCode();
        config.threshold = ConfigThreshold.local(ThresholdType.LOCAL_MEAN, width);
        config.threshold.scale = darker;
        return FactoryFiducial.qrcode(config, GrayU8.class);
    }

    List<FoundCode> read(GrayPicture picture) {
        return read(picture, byBlock);
    }

    /** For dirt, creases and little contrast: black is what is darker than its neighbours. */
    List<FoundCode> readByNeighbours(GrayPicture picture) {
        return read(picture, byNeighbours);
    }

    /** For much noise. */
    List<FoundCode> readSmoothed(GrayPicture picture) {
        GrayPicture smooth = picture.smoothed();
        List<FoundCode> found = read(smooth, byNeighbours);
        return found.stream().anyMatch(FoundCode::ours)
                ? found
                : Stream.concat(found.stream(), read(smooth, byMoreNeighbours).stream())
                        .toList();
    }

    private static List<FoundCode> read(GrayPicture picture, QrCodeDetector<GrayU8> detector) {
        detector.process(gray(picture));
        return detector.getDetections().stream().map(BoofReading::found).toList();
    }

    /** For modules of two pixels or less. In parts, so that no more memory is needed. */
    List<FoundCode> readDoubled(GrayPicture picture) {
        List<FoundCode> found = new ArrayList<>();
        for (Rectangle part : parts(picture)) {
            AffineTransform back = new AffineTransform(0.5, 0, 0, 0.5, part.x, part.y);
            read(picture.doubled(part)).forEach(code -> found.add(code.moved(back)));
        }
        return found;
    }

    private static List<Rectangle> parts(GrayPicture picture) {
        int width = (int) Math.ceil(picture.width() * PART);
        int height = (int) Math.ceil(picture.height() * PART);
        int right = picture.width() - width;
        int below = picture.height() - height;
        return List.of(
                new Rectangle(0, 0, width, height),
                new Rectangle(right, 0, width, height),
                new Rectangle(0, below, width, height),
                new Rectangle(right, below, width, height));
    }

    private static GrayU8 gray(GrayPicture picture) {
        GrayU8 gray = new GrayU8();
        gray.data = picture.pixels();
        gray.width = picture.width();
        gray.height = picture.height();
        gray.stride = picture.width();
        return gray;
    }

    private static FoundCode found(QrCode code) {
        List<Point2D> corners = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Point2D_F64 corner = code.bounds.get(i);
            corners.add(new Point2D.Double(corner.x, corner.y));
        }
        return new FoundCode(code.message, List.copyOf(corners));
    }
}
