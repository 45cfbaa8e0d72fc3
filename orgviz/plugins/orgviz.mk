# Draw every organisation of a project with GNU make (3.82 or newer), each only when something of it has changed.
#
#     include $(shell orgviz plugin make)        in your Makefile, or copy this file and include the copy
#
# `make orgviz` draws what is missing or older than what it is made from: the source, files that it includes or
# extends, the theme, pictures. `make orgviz-clean` removes what was drawn. Set these before the include, or on the
# command line; when one of them changes, all is drawn anew:
#
#     ORGVIZ           the program                      orgviz
#     ORGVIZ_SOURCES   what is drawn                    every org/*.yaml
#     ORGVIZ_OUT       the folder of the charts         out
#     ORGVIZ_FORMATS   svg png pdf pptx html drawio …   svg png pdf
#     ORGVIZ_FLAGS     options of `orgviz render`       none
#
# make takes spaces as ends of names: sources and folders must have none. (What they include may.)

ORGVIZ ?= orgviz
ORGVIZ_SOURCES ?= $(wildcard org/*.yaml)
ORGVIZ_OUT ?= out
ORGVIZ_FORMATS ?= svg png pdf
ORGVIZ_FLAGS ?=

.PHONY: orgviz orgviz-clean orgviz-anew

orgviz-out := $(patsubst %/,%,$(ORGVIZ_OUT))
orgviz-notes := $(orgviz-out)/.orgviz
orgviz-names := $(basename $(notdir $(ORGVIZ_SOURCES)))
orgviz-charts = $(foreach format,$(ORGVIZ_FORMATS),$(addprefix $(orgviz-out)/,$(addsuffix .$(format),$(1))))

orgviz: $(call orgviz-charts,$(orgviz-names))

# What make would do wrong in silence.
orgviz-bare := $(strip $(foreach source,$(ORGVIZ_SOURCES),$(if $(suffix $(source)),,$(source))))
ifneq ($(orgviz-bare),)
$(error ORGVIZ_SOURCES: '$(firstword $(orgviz-bare))' has no ending (names must not have spaces))
endif
ifneq ($(words $(orgviz-names)),$(words $(sort $(orgviz-names))))
$(error ORGVIZ_SOURCES: two sources have one name, and would have one chart: $(sort $(ORGVIZ_SOURCES)))
endif
ifneq ($(words $(ORGVIZ_OUT)),1)
$(error ORGVIZ_OUT: '$(ORGVIZ_OUT)' is no name of one folder (it must not have spaces))
endif

# What the charts were drawn with: when that changes, they are older than this file.
orgviz-quoted = '$(subst ','\'',$(1))'
orgviz-settings := $(strip $(ORGVIZ) render $(ORGVIZ_FORMATS) $(ORGVIZ_FLAGS))
ifneq ($(orgviz-settings),$(strip $(shell cat $(call orgviz-quoted,$(orgviz-notes)/settings) 2>/dev/null)))
$(orgviz-notes)/settings: orgviz-anew
endif
$(orgviz-notes)/settings:
	@mkdir -p $(@D)
	@printf '%s\n' $(call orgviz-quoted,$(orgviz-settings)) > $@

orgviz-flags = $(if $(strip $(ORGVIZ_FLAGS)), $(ORGVIZ_FLAGS))

# One run draws all formats of a source: a rule with several patterns is one that makes all of its targets at once.
# The % stands for the dot before the ending, so that each source has a rule of its own.
define orgviz-rule
$(foreach format,$(ORGVIZ_FORMATS),$(orgviz-out)/$(2)%$(format)): $(basename $(1))%$(patsubst .%,%,$(suffix $(1))) $(orgviz-notes)/settings
	$$(ORGVIZ) render $(1) $(addprefix -o ,$(call orgviz-charts,$(2))) --deps $(orgviz-notes)/$(2).d$$(orgviz-flags)

# Without its note nobody knows what a chart was made from.
$(if $(wildcard $(orgviz-notes)/$(2).d),,$(call orgviz-charts,$(2)): orgviz-anew)
endef
$(foreach source,$(ORGVIZ_SOURCES),$(eval $(call orgviz-rule,$(source),$(basename $(notdir $(source))))))

-include $(addprefix $(orgviz-notes)/,$(addsuffix .d,$(orgviz-names)))

# Charts of sources that are gone are removed as well: their notes are still there.
orgviz-drawn = $(sort $(orgviz-names) $(basename $(notdir $(wildcard $(orgviz-notes)/*.d))))
orgviz-clean:
	rm -f $(call orgviz-charts,$(orgviz-drawn))
	rm -rf $(orgviz-notes)
	@rmdir $(orgviz-out) 2>/dev/null || true
