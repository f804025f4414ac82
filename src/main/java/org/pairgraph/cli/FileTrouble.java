package org.pairgraph.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file cannot be read or written, in one line for who named it. */
final class FileTrouble {
    private FileTrouble() {}

    static String line(IOException trouble) {
        return switch (trouble) {
            case NoSuchFileException gone -> gone.getFile() + ": there is no such file or folder";
            case AccessDeniedException denied -> denied.getFile() + ": there is no permission to read or write this";
            case NotDirectoryException file -> file.getFile() + ": this is no folder";
            case FileSystemException other when other.getReason() != null -> other.getFile() + ": " + other.getReason();
            default ->
                "A file cannot be read or written (%s): check the room on the disk and the permissions"
                        .formatted(trouble.getMessage());
        };
    }
}
