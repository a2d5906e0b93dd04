package io.dianmai.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Marked values of one person, in every spelling in which they could stand somewhere. */
final class PlantedValues {
    static final String PHONE = "17398260415";
    static final String NAME = "欧阳测德隐";
    static final String ID_NUMBER = "440308198807164272";
    static final String PLATE = "浙A7Q9Z3";
    static final String VIN = "LSVNV2182E2174063";

    private static final int CHUNK = 1 << 20;
    private static final int LONGEST = 256;

    private final List<List<Spelling>> byFirstByte = Stream.generate(() -> (List<Spelling>) new ArrayList<Spelling>())
            .limit(256)
            .toList();

    PlantedValues() {
        for (String value : List.of(PHONE, NAME, ID_NUMBER, PLATE, VIN)) {
            spell(value, value);
            spell(value + " escaped", escaped(value));
            spell(value + " in an address", URLEncoder.encode(value, StandardCharsets.UTF_8));
            spell(value + " in Base64", base64(value));
            spell(value + " in GBK", value.getBytes(Charset.forName("GBK")));
        }
        spell("phone in groups", "173 9826 0415");
        spell("phone with hyphens", "173-9826-0415");
        spell("phone in wide digits", wide(PHONE));
        spell("plate with a dot", "浙A·7Q9Z3");
    }

    private void spell(String what, String spelling) {
        spell(what, spelling.getBytes(StandardCharsets.UTF_8));
    }

    private void spell(String what, byte[] spelling) {
        byFirstByte.get(spelling[0] & 0xff).add(new Spelling(what, spelling));
    }

    /** Which of them stand in a text. */
    List<String> in(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return in(bytes, bytes.length);
    }

    /** Which of them stand in the files below a folder, with the file. */
    List<String> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> inFile(file).stream().map(what -> folder.relativize(file) + ": " + what))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Reads in pieces that overlap, so that nothing is cut in two. A file that was just deleted holds nothing. */
    private List<String> inFile(Path file) {
        List<String> found = new ArrayList<>();
        byte[] piece = new byte[CHUNK + LONGEST];
        int kept = 0;
        try (var in = Files.newInputStream(file)) {
            for (int read = in.read(piece, 0, CHUNK); read >= 0; read = in.read(piece, kept, CHUNK)) {
                int length = kept + read;
                in(piece, length).stream().filter(what -> !found.contains(what)).forEach(found::add);
                kept = Math.min(LONGEST, length);
                System.arraycopy(piece, length - kept, piece, 0, kept);
            }
        } catch (NoSuchFileException gone) {
            return found;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return found;
    }

    /** Looks once at each byte: few of them begin a spelling. */
    private List<String> in(byte[] bytes, int length) {
        Set<String> found = new LinkedHashSet<>();
        for (int at = 0; at < length; at++) {
            List<Spelling> begun = byFirstByte.get(bytes[at] & 0xff);
            for (int candidate = 0; candidate < begun.size(); candidate++) {
                if (begun.get(candidate).standsAt(at, bytes, length)) {
                    found.add(begun.get(candidate).what);
                }
            }
        }
        return List.copyOf(found);
    }

    private static final class Spelling {
        final String what;
        private final byte[] bytes;

        Spelling(String what, byte[] bytes) {
            this.what = what;
            this.bytes = bytes;
        }

        boolean standsAt(int at, byte[] text, int length) {
            return at + bytes.length <= length && Arrays.equals(text, at, at + bytes.length, bytes, 0, bytes.length);
        }
    }

    private static String escaped(String value) {
        return value.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
    }

    /** Without the last group, which depends on what follows. */
    private static String base64(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, bytes.length / 3 * 3));
    }

    private static String wide(String digits) {
        return digits.chars()
                .map(digit -> digit - '0' + '０')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
