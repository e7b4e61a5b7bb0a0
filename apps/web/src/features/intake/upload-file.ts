/** A refusal of the upload, in the server's own words. */
export class UploadError extends Error {}

interface Upload {
  /** The id of the import that the server made of the file. */
  id: Promise<string>;
  /** Stops sending; `id` is refused with an AbortError. */
  cancel(): void;
}

/** Sends a spreadsheet as it is, telling how much of it is there (0 to 1). */
export function uploadFile(file: File, onProgress: (part: number) => void): Upload {
  // fetch does not tell how far an upload is.
  const request = new XMLHttpRequest();
  const id = new Promise<string>((resolve, reject) => {
    request.open('POST', `/imports?name=${encodeURIComponent(file.name)}`);
    // Whatever the system takes the file for: the server looks at its bytes.
    request.setRequestHeader('Content-Type', 'text/csv');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const { id: made, message } = (request.response ?? {}) as { id?: string; message?: string };
      if (made) resolve(made);
      else reject(new UploadError(message ?? `The server answered with ${request.status}. Try again in a moment.`));
    };
    request.onerror = () =>
      reject(
        new UploadError('The file could not be sent. Look whether it is still where it was, and open nowhere else.'),
      );
    request.onabort = () => reject(new DOMException('The upload was stopped.', 'AbortError'));
  });
  request.send(file);
  return { id, cancel: () => request.abort() };
}
