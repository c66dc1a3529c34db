package org.guixue.scan.reading;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** A TIFF, with one page or many, as scanners and fax machines make it. */
final class TiffPages implements Pages {
    private static final long MOST_PIXELS = 120_000_000;
    private static final long MOST_DECODED = 20_000_000;
    private static final int LONG_SIDE = 2600;

    private final ImageInputStream input;
    private final ImageReader reader;
    private final int count;

    TiffPages(Path file, String fileName) throws UnfitPile, IOException {
        input = new FileImageInputStream(file.toFile());
        reader = ImageIO.getImageReadersByFormatName("tiff").next();
        reader.setInput(input);
        try {
            count = reader.getNumImages(true);
        } catch (IOException | RuntimeException e) {
            close();
            throw new UnfitPile(UnfitPile.Reason.DAMAGED, "“%s”已损坏或不完整，不能读取，请重新扫描，或重新导出后上传".formatted(fileName));
        }
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public boolean signed() {
        return false;
    }

    @Override
    public BufferedImage picture(int page) throws UnfitPage {
        try {
            int width = reader.getWidth(page - 1);
            int height = reader.getHeight(page - 1);
            long pixels = (long) width * height;
            if (pixels > MOST_PIXELS) {
                throw UnfitPage.tooLarge("有%d×%d像素".formatted(width, height));
            }
            int step = (int) Math.ceil(Math.sqrt((double) pixels / MOST_DECODED));
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
            return shown(reader.read(page - 1, param));
        } catch (IOException | RuntimeException e) {
            throw UnfitPage.damaged();
        }
    }

    private static BufferedImage shown(BufferedImage read) {
        BufferedImage image = read;
        double scale = Math.min(1, (double) LONG_SIDE / Math.max(image.getWidth(), image.getHeight()));
        while (scale < 0.5) {
            image = drawn(image, 0.5);
            scale *= 2;
        }
        return drawn(image, scale);
    }

    private static BufferedImage drawn(BufferedImage image, double scale) {
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, java.awt.Color.WHITE, null);
        graphics.dispose();
        return drawn;
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        input.close();
    }
}
