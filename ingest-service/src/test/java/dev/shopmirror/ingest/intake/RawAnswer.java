package dev.shopmirror.ingest.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads as much of an answer as shows that it is whole: the server may keep the connection afterwards. */
final class RawAnswer {

    /** The connection was closed without a word. */
    static final int NONE = 0;

    private RawAnswer() {}

    /** The status of the first answer that is final, once its head is there. */
    static int readStatus(InputStream in) throws IOException {
        int status = status(readHead(in));
        // 100 Continue and 101 come before the answer
        return status >= 100 && status < 200 ? readStatus(in) : status;
    }

    private static int status(String head) {
        return head.startsWith("HTTP/1.") && head.length() > 12 ? Integer.parseInt(head.substring(9, 12)) : NONE;
    }

    private static String readHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            if (next == '\n' && head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString(ISO_8859_1);
    }
}
