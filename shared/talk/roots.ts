/** The names of the talk lane's roots, apart from what is done with them: the page opens the lane first. */
export const threadsRoot = "threads";
export const repliesRoot = "replies";
