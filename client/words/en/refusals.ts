/** What a person reads for each code of shared/protocol/errors.ts, in a teacher's words. */
import type { ErrorCode } from "../../../shared/protocol/errors.ts";

export const refusals: { readonly [code in ErrorCode]: string } = {
  bad_request: "Something in that did not fit. Please check it and try again.",
  not_signed_in: "You are not signed in here any more. Open your team’s invitation link again.",
  not_a_member:
    "This belongs to another team, or is not there any more. Ask somebody of that team for their link.",
  wrong_origin: "This request came from another site, so it was not carried out.",
  invitation_invalid: "This invitation does not work any more. Ask your colleague for a new link.",
  not_found: "There is nothing here. It may have been deleted, or the link is not complete.",
  too_large: "That is larger than Noticeboard can take.",
  not_an_image: "That file is not a picture Noticeboard can read.",
  image_too_large:
    "That picture has more detail than Noticeboard can hold. Scan it at 300 dpi or less.",
  page_covered: "This page is covered, because somebody could be recognised on it.",
  metadata_present:
    "This picture carries hidden details such as where it was taken, so it was not sent.",
  malformed: "Part of what this page sent could not be read. Reload the page to go on.",
  read_only: "You can look at this, but not change it.",
  access_ended: "Your access here has ended. Ask a member of the team if you still need it.",
  last_member: "You are the only member, so you cannot be removed from the team.",
  stale_epoch:
    "This board was put back to an earlier version since this page was opened. Reload to see it.",
  forged:
    "This page tried to write in somebody else’s name, so the server did not take it. Download what is not saved yet, then reload.",
  not_contiguous:
    "Part of this page’s work refers to something the server does not have. Download what is not saved yet, then reload.",
  too_deep:
    "Something on this page is put together in a way the server cannot take. Download what is not saved yet, then reload.",
  forbidden_content:
    "Something on this page is of a kind the server cannot take. Download what is not saved yet, then reload.",
  too_many_clients:
    "This page brought work from too many places at once. Download what is not saved yet, then reload.",
  too_many: "That was a lot at once. Wait a moment and try again.",
  line_full: "The computer has not taken all pictures yet. They go on by themselves in a moment.",
  internal: "Something broke on our side. Your work up to the last “saved” is safe.",
  storage_unavailable:
    "The server cannot write to its disk at the moment. Nothing new is saved until it can.",
  shutting_down: "The server is restarting. Your work goes on by itself in a moment.",
  unreachable:
    "Noticeboard cannot be reached at the moment. Check the connection; nothing you wrote is lost.",
  file_empty: "This file is empty. Try scanning or saving it again.",
  file_kind_unknown:
    "This is not a PDF or a picture Noticeboard can read. Use PDF, JPEG, PNG, WebP or HEIC.",
  file_damaged: "This file is damaged or was cut off. Try scanning or copying it again.",
  file_too_large:
    "This file is larger than 300 MB. Scan at 300 dpi or less, or split it into smaller stacks.",
  picture_too_large:
    "This picture has more detail than this computer can open. Scan it at 300 dpi or less.",
  password_needed: "This PDF asks for a password.",
  password_wrong: "That was not the password. Try again; capital letters count.",
  file_too_heavy:
    "This file is too much work for this computer. Scan it again, or print it to a new PDF and bring that in.",
  too_many_pages:
    "With this file there would be more than 500 pages at once. Bring in smaller stacks, one after the other: in the PDF viewer, print pages 1 to 500 to a new PDF, then the rest.",
  page_unreadable: "This page could not be read.",
  page_blank: "This page came out blank.",
  mask_failed: "The mask on this page could not be checked, so the page was not sent.",
  upload_failed: "This page could not be sent. Check the connection and try again.",
  key_book_unreadable:
    "This is not a key book: it is no table, or far too large. Save it as a CSV file and open that.",
  key_book_empty:
    "There are no names in this file. It needs a column of names, and one of codes if pupils have them.",
  key_book_code_odd:
    "A code in this file is not one of Noticeboard’s: they are three or four capital letters and digits, such as K7M.",
  key_book_code_twice:
    "One code stands beside two different names in this file. Put that right, and open it again.",
  key_book_name_twice:
    "One name stands twice in this file. Add an initial so that the two pupils can be told apart, and open it again.",
  export_failed: "The PDF could not be made. Try again; nothing on the board was changed.",
};
