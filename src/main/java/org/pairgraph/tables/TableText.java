package org.pairgraph.tables;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a file that should be CSV in UTF-8. */
final class TableText {
    private static final int LARGEST = 64 << 20;
    private static final Charset GB18030 = Charset.forName("GB18030");

    private TableText() {}

    /** Decodes strictly; a byte order mark is left out. */
    static String of(byte[] bytes) throws UnreadableCell {
        if (bytes.length > LARGEST) {
            throw new UnreadableCell("the file has more than %d MiB: divide it", "文件大于%d MiB：请分成几个", LARGEST >> 20);
        }
        if (startsWith(bytes, 'P', 'K', 3, 4) || startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableCell(
                    "this is an Excel workbook, not CSV: in Excel choose Save As, type \"CSV UTF-8 (Comma delimited)\", and convert that file",
                    "这是Excel工作簿，不是CSV：请在Excel中另存为“CSV UTF-8（逗号分隔）”，再转换那个文件");
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            throw new UnreadableCell("the file is UTF-16: save it as \"CSV UTF-8\"", "文件是UTF-16编码：请另存为“CSV UTF-8”");
        }
        var text = decoded(bytes);
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableCell(
                    "the file is not a text: save the table as \"CSV UTF-8\"", "文件不是文本：请把表格另存为“CSV UTF-8”");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String decoded(byte[] bytes) throws UnreadableCell {
        try {
            return decoded(bytes, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            throw new UnreadableCell(reason(bytes));
        }
    }

    private static Message reason(byte[] bytes) {
        try {
            decoded(bytes, GB18030);
            return Message.of(
                    "the file is not UTF-8; it looks like GB18030 (GBK), as Excel's plain \"CSV\" has it: in Excel choose Save As, type \"CSV UTF-8 (Comma delimited)\"; in WPS or Notepad choose the encoding UTF-8",
                    "文件不是UTF-8编码，看来是GB18030（GBK），即Excel普通“CSV”的编码：请在Excel中另存为“CSV UTF-8（逗号分隔）”；WPS或记事本中选编码UTF-8");
        } catch (CharacterCodingException neither) {
            return Message.of(
                    "the file is not UTF-8: save the table as \"CSV UTF-8\"", "文件不是UTF-8编码：请把表格另存为“CSV UTF-8”");
        }
    }

    private static String decoded(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
