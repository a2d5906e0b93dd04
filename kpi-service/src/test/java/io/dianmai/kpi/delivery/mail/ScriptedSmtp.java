package io.dianmai.kpi.delivery.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An SMTP server that answers some commands as it is told, and all others well. It knows no TLS.
 */
final class ScriptedSmtp implements AutoCloseable {
    private final ServerSocket door;
    private final Map<String, String> script;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    /**
     * Starts on any port.
     *
     * @param script answers by the first word of a command; {@code .} is the end of a mail, {@code HELLO} the first line
     */
    ScriptedSmtp(Map<String, String> script) throws IOException {
        this.script = script;
        door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Every line that was sent. */
    List<String> heard() {
        return heard;
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                talk(caller);
            } catch (IOException left) {
                heard.add("(left)");
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = caller.getOutputStream();
        say(out, script.getOrDefault("HELLO", "220 ready"));
        boolean inMail = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (inMail && !line.equals(".")) {
                continue;
            }
            String word = line.split("[ :]", 2)[0];
            String answer = script.getOrDefault(word, usual(word));
            inMail = word.equals("DATA") && answer.startsWith("354");
            say(out, answer);
        }
    }

    private static String usual(String word) {
        return switch (word) {
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 fine";
        };
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
