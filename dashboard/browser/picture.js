// Shows HTML that the server wrote; a link with data-png saves the picture behind it as PNG, drawn in this browser from the SVG.

const SCALE = 2; // pixels of the PNG for one of the figure, so that it is sharp in print and on a wall
const SHOWN_FOR = 4000; // milliseconds that "Saved" stands

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".reader");
  root.onclick = (event) => {
    const link = event.target.closest("a[data-png]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (link.getAttribute("aria-disabled") !== "true") saveAndSay(link);
  };
  if (root.written === data.html) return;
  root.innerHTML = data.html;
  root.written = data.html;
  for (const link of root.querySelectorAll("a[data-png]")) voice(link);
}

// Saves the picture at an address as PNG; the answer is the file's name.
export async function save(address, scale = SCALE) {
  const response = await fetch(address);
  if (!response.ok) throw new Error("The server did not draw the picture.");
  const name = fileName(response).replace(/\.svg$/, "") + ".png";
  const image = await drawn(await response.blob());
  const canvas = document.createElement("canvas");
  canvas.width = image.width * scale;
  canvas.height = image.height * scale;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  const made = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!made) throw new Error("The picture is too large for this browser.");
  download(made, name);
  return name;
}

async function saveAndSay(link) {
  const said = voice(link);
  link.setAttribute("aria-disabled", "true");
  said.textContent = " Drawing the picture.";
  try {
    said.textContent = ` Saved as ${await save(link.href)}.`;
    window.setTimeout(() => (said.textContent = ""), SHOWN_FOR);
  } catch (error) {
    said.textContent = ` Not saved: ${error instanceof TypeError ? "the server does not answer." : error.message}`;
  }
  link.removeAttribute("aria-disabled");
}

// The place behind a link where it is said how far its picture is; there before anything is said, or it would not be read aloud.
function voice(link) {
  const there = link.nextElementSibling;
  if (there?.matches(".said")) return there;
  const made = document.createElement("span");
  made.className = "said";
  made.setAttribute("role", "status");
  made.setAttribute("aria-live", "polite");
  link.after(made);
  return made;
}

async function drawn(svg) {
  const address = URL.createObjectURL(svg);
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
  } catch {
    throw new Error("this browser can't draw the picture.");
  } finally {
    URL.revokeObjectURL(address);
  }
  return image;
}

function download(content, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 0);
}

// The name that the server gave the file: "attachment; filename*=UTF-8''a-dispute.svg" or "attachment; filename="a-dispute.svg"".
function fileName(response) {
  const told = response.headers.get("Content-Disposition") ?? "";
  const coded = /filename\*=UTF-8''([^;]+)/i.exec(told);
  const plain = /filename="?([^";]+)"?/i.exec(told);
  return coded ? decodeURIComponent(coded[1]) : (plain?.[1] ?? "timeline.svg");
}
