-- orgviz.lua: draw the organisations in code blocks of a document, for pandoc and Quarto.
--
--     pandoc --lua-filter "$(orgviz plugin pandoc)" handbook.md -o handbook.html
--
--     ```{.orgviz theme="print" caption="Our shop"}        the organisation stands in the block,
--     units: [Design, Assembly]
--     ```
--     ```{.orgviz src="org.yaml" width="80%"}              or in a file
--     ```
--
-- What the block asks for is what `orgviz render` takes, without dashes; beside it src, caption, alt, width, height
-- and format. In HTML the chart is SVG in the page; LaTeX and ConTeXt get PDF, EPUB and Typst SVG, all others PNG.
-- The program is `orgviz`, or what the environment variable ORGVIZ names.

local ORGVIZ = os.getenv("ORGVIZ") or "orgviz"
local VALUES = {"theme", "layout", "direction", "fit", "detail", "photos", "background", "text", "view", "root", "depth",
  "as-of", "from", "section", "map", "scale", "dpi", "font", "type", "filter", "collapse"}
local SEVERAL = {type = true, filter = true, collapse = true, map = true} -- their parts stand between semicolons
local FLAGS = {"legend", "no-legend", "counts", "only-units", "hide-names"}
local OWN = {"src", "caption", "alt", "width", "height", "format"}
local MIME = {svg = "image/svg+xml", pdf = "application/pdf", png = "image/png"}
local number = 0

local function set(...)
  local known = {}
  for _, names in ipairs({...}) do
    for _, name in ipairs(names) do known[name] = true end
  end
  return known
end

local KNOWN = set(VALUES, FLAGS, OWN)

-- End the run, as what orgviz itself has said on standard error is already there.
local function fail(why)
  io.stderr:write("orgviz: block " .. number .. ": " .. why .. "\n")
  os.exit(83, true)
end

local function format_wanted(block)
  local wanted = block.attributes.format
  if wanted then
    if not MIME[wanted] then fail("format: '" .. wanted .. "' is none of svg, pdf and png") end
    return wanted
  end
  if FORMAT:match("html") or FORMAT:match("^epub") or FORMAT == "typst" or FORMAT:match("revealjs") then return "svg" end
  if FORMAT == "latex" or FORMAT == "beamer" or FORMAT == "context" then return "pdf" end
  return "png"
end

-- HTML that a browser reads as it is: there the chart stands in the page itself.
local function is_web_page()
  return FORMAT:match("html") or FORMAT:match("revealjs") or FORMAT:match("^slid") or FORMAT == "s5" or FORMAT == "dzslides"
end

local function exists(path)
  local file = io.open(path, "rb")
  if file then file:close() end
  return file ~= nil
end

-- A source is looked for where pandoc looks for pictures.
local function source_file(src)
  for _, folder in ipairs(PANDOC_STATE.resource_path or {"."}) do
    local path = folder == "." and src or (folder .. "/" .. src)
    if exists(path) then return path:match("^%-") and "./" .. path or path end
  end
  fail("cannot read '" .. src .. "'")
end

local function add(arguments, name, value)
  if not SEVERAL[name] then
    table.insert(arguments, "--" .. name .. "=" .. value)
    return
  end
  for part in value:gmatch("[^;]+") do
    part = part:gsub("^%s+", ""):gsub("%s+$", "")
    table.insert(arguments, "--" .. name .. "=" .. part)
  end
end

local function arguments_for(block, format)
  local given = block.attributes
  for name in pairs(given) do
    if not KNOWN[name] then fail("a chart has no option '" .. name .. "'") end
  end
  local arguments = {"render", "-o", "-", "-f", format, "--id-prefix=orgviz-" .. number .. "-"}
  if format == "pdf" then table.insert(arguments, "--crop") end
  for _, name in ipairs(VALUES) do
    if given[name] then add(arguments, name, given[name]) end
  end
  for _, name in ipairs(FLAGS) do
    local value = given[name]
    if value == "false" and name == "legend" then
      table.insert(arguments, "--no-legend")
    elseif value and value ~= "false" then
      table.insert(arguments, "--" .. name)
    end
  end
  if given.src then
    if block.text:match("%S") then fail("a chart is drawn from a file or from what stands in the block, not from both") end
    table.insert(arguments, source_file(given.src))
  else
    if not block.text:match("%S") then fail("there is nothing to draw") end
    if not given.from then table.insert(arguments, "--from=yaml") end
    table.insert(arguments, "-")
  end
  return arguments
end

local function draw(block, format)
  local done, result = pcall(pandoc.pipe, ORGVIZ, arguments_for(block, format), block.text .. "\n")
  if done then return result end
  local code = type(result) == "table" and result.error_code
  if not code or code == 127 then
    fail("'" .. ORGVIZ .. "' cannot be run: pip install orgviz, or set ORGVIZ to where it is")
  end
  fail("the chart cannot be drawn; orgviz has said why above")
end

local function inlines(text)
  local blocks = pandoc.read(text, "markdown").blocks
  return #blocks > 0 and blocks[1].content or {}
end

local function escaped(text)
  return (text:gsub("&", "&amp;"):gsub("<", "&lt;"):gsub(">", "&gt;"):gsub('"', "&quot;"))
end

-- A chart in a web page takes the width of its place; what is in it can be found, copied and followed.
local function in_page(block, svg)
  local given = block.attributes
  local style = given.width and ("width:" .. escaped(given.width) .. ";max-width:none;height:auto") or "max-width:100%;height:auto"
  svg = svg:gsub("^<%?xml.-%?>%s*", "", 1)
  svg = svg:gsub("^<svg([^>]*)>", function(attributes)
    if given.alt then
      attributes = attributes:gsub(' aria%-labelledby="[^"]*"', ""):gsub(' aria%-describedby="[^"]*"', "")
      attributes = attributes .. ' aria-label="' .. escaped(given.alt) .. '"'
    end
    return "<svg" .. attributes .. ' style="' .. style .. '">'
  end, 1)
  svg = svg:gsub("<a ", '<a style="text-decoration:none;border:0" ') -- pages underline links
  local id = block.identifier ~= "" and (' id="' .. escaped(block.identifier) .. '"') or ""
  local classes = escaped(table.concat(block.classes, " "))
  local opening = "<figure" .. id .. ' class="' .. classes .. '" style="overflow-x:auto">'
  if not given.caption then return pandoc.RawBlock("html", opening .. svg .. "</figure>") end
  return {
    pandoc.RawBlock("html", opening .. svg .. "<figcaption>"),
    pandoc.Plain(inlines(given.caption)),
    pandoc.RawBlock("html", "</figcaption></figure>"),
  }
end

local function as_picture(block, data, format)
  local given = block.attributes
  local name = "orgviz-" .. pandoc.sha1(data):sub(1, 16) .. "." .. format
  pandoc.mediabag.insert(name, MIME[format], data)
  local size = {width = given.width, height = given.height}
  local alt = given.alt and {pandoc.Str(given.alt)} or nil
  local caption = given.caption and inlines(given.caption)
  if not caption then
    return pandoc.Para({pandoc.Image(alt or {}, name, "", pandoc.Attr(block.identifier, block.classes, size))})
  end
  if pandoc.Figure then -- pandoc 3
    local image = pandoc.Image(alt or caption, name, "", pandoc.Attr("", block.classes, size))
    return pandoc.Figure({pandoc.Plain({image})}, {pandoc.Plain(caption)}, pandoc.Attr(block.identifier))
  end
  return pandoc.Para({pandoc.Image(caption, name, "fig:", pandoc.Attr(block.identifier, block.classes, size))})
end

function CodeBlock(block)
  if not block.classes:includes("orgviz") then return nil end
  number = number + 1
  local format = format_wanted(block)
  local picture = draw(block, format)
  if format == "svg" and is_web_page() then return in_page(block, picture) end
  return as_picture(block, picture, format)
end
